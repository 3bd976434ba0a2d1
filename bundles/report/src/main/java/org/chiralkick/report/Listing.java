package org.chiralkick.report;

/**
 * Text to copy, character by character.
 *
 * @param id name within the page
 * @param title heading
 * @param text the text
 */
public record Listing(String id, String title, String text) implements Block {}
