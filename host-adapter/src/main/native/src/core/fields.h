/* The table of fields: what a number of the interface stands for. */
#ifndef CHIRALKICK_FIELDS_H
#define CHIRALKICK_FIELDS_H

#include "chiralkick.h"

#include <stdbool.h>

/*
 * Every component of every field has a column of its own in a lane, inputs first, what is counted as escaped last. After these come, group by group, those of fields that are
 * per energy group, inputs first again.
 */
enum { CKP_ZONE_FIELDS = 38, CKP_FLUX_FIELDS = 19, CKP_ZONE_COLUMNS = 43, CKP_FLUX_COLUMNS = 27 };
enum { CKP_COLUMNS = CKP_ZONE_COLUMNS + CKP_FLUX_COLUMNS };
enum { CKP_GROUP_ZONE_COLUMNS = 9, CKP_GROUP_FLUX_COLUMNS = 18 };
enum { CKP_GROUP_COLUMNS = CKP_GROUP_ZONE_COLUMNS + CKP_GROUP_FLUX_COLUMNS };
enum { CKP_GROUPS = 1024 }; /* at most */
_Static_assert(CKP_ZONE_FIELDS < 64 && CKP_FLUX_FIELDS < 64, "the inputs of a call are bits of one int64_t, its outputs of another");

typedef struct {
    int number;      /* CK_... */
    int components;  /* 1 or 3 */
    int column;      /* column of its first component in a lane; among those of a group where it is per group */
    const char *name;
    bool per_group;
} ckp_field;

/* Returns the field with this number (without a component selection), or NULL. */
const ckp_field *ckp_field_of(int number);
/* Returns its place in the table. */
int ckp_index_of(const ckp_field *field);
/* Returns the column of one of its components, and group, in a lane. */
int ckp_column_of(const ckp_field *field, int axis, int group);
/* Returns the field of a column, its component, and its group (0 for a field that is not per group). */
const ckp_field *ckp_field_in(int column, int *axis, int *group);
/* Returns how many columns a lane has for so many groups. */
static inline int ckp_columns(int groups) { return CKP_COLUMNS + groups * CKP_GROUP_COLUMNS; }
const ckp_field *ckp_field_at(int index); /* 0 .. CKP_ZONE_FIELDS + CKP_FLUX_FIELDS - 1, inputs first */
static inline bool ckp_is_flux(int number) { return number > 100 && number < 200; }

#endif
