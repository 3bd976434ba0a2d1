/**
 * JSON, read strictly: a configuration with a typing error must not run with a default in its place.
 *
 * <p><b>Problem.</b> JSON libraries are lax: unknown keys are skipped, the last of two equal keys wins, 8.7 becomes 8. <b>Method.</b>
 * The text is read into a tree that refuses equal keys; {@link org.chiralkick.host.json.StrictObject} hands out each key once,
 * with its type and range checked, collects every problem with its path, and reports the keys that are not known, with the
 * {@link org.chiralkick.host.json.NearestName} that was probably meant. <b>Who calls whom.</b> The coupling's configuration and the
 * checkpoint file read through this package, and so do the modules on top of the adapter, with the same words for the same mistakes;
 * therefore it is not inside the adapter, though no host calls it. It knows nobody.
 */
@org.jspecify.annotations.NullMarked
package org.chiralkick.host.json;
