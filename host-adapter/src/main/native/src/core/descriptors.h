/* Standard descriptors that the host has closed: see descriptors.c. */
#ifndef CHIRALKICK_DESCRIPTORS_H
#define CHIRALKICK_DESCRIPTORS_H

/* Puts something harmless at each of 0, 1 and 2 that is closed. */
void ckp_descriptors_hold(void);

#endif
