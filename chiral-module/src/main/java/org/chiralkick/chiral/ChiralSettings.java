package org.chiralkick.chiral;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.source.Preset;

/**
 * Settings of one instance of the mechanism.
 *
 * @param preset the preset that the settings started from
 * @param closures the closures in force, overrides included
 */
record ChiralSettings(Preset preset, Closures closures) {}
