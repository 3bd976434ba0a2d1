package org.chiralkick.report;

/**
 * A text file that a page carries with it, to be saved from there.
 *
 * @param name file name
 * @param mediaType such as {@code "text/csv"}
 * @param describes what is in it
 * @param text its content
 */
public record Attachment(String name, String mediaType, String describes, String text) {}
