/* The table of fields: what a number of the interface stands for. */
#ifndef CHIRALKICK_FIELDS_H
#define CHIRALKICK_FIELDS_H

#include "chiralkick.h"

#include <stdbool.h>

/* Every component of every field has a column of its own in a lane, inputs first. */
enum { CKP_ZONE_FIELDS = 25, CKP_FLUX_FIELDS = 9, CKP_ZONE_COLUMNS = 37, CKP_FLUX_COLUMNS = 21 };
enum { CKP_COLUMNS = CKP_ZONE_COLUMNS + CKP_FLUX_COLUMNS };

typedef struct {
    int number;      /* CK_... */
    int components;  /* 1 or 3 */
    int column;      /* column of its first component in a lane */
    const char *name;
} ckp_field;

/* Returns the field with this number (without a component selection), or NULL. */
const ckp_field *ckp_field_of(int number);
const ckp_field *ckp_field_at(int index); /* 0 .. CKP_ZONE_FIELDS + CKP_FLUX_FIELDS - 1, inputs first */
static inline bool ckp_is_flux(int number) { return number > 100 && number < 200; }

#endif
