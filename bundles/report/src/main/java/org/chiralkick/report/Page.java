package org.chiralkick.report;

import java.util.List;

/**
 * A report: the answer first, then where it comes from.
 *
 * @param title name of the page, for a browser's tab and the head of a printout
 * @param answer the result in one sentence
 * @param because what made it so, in one or two sentences
 * @param sections what follows, in order
 * @param attachments files that the page carries with it
 * @param madeBy program and version
 */
public record Page(
        String title,
        String answer,
        String because,
        List<Section> sections,
        List<Attachment> attachments,
        String madeBy) {
    /** Keeps its own copies; refuses two blocks of one id, which links and tables could not tell apart. */
    public Page {
        sections = List.copyOf(sections);
        attachments = List.copyOf(attachments);
        List<String> ids = sections.stream()
                .flatMap(section -> section.blocks().stream())
                .map(Block::id)
                .toList();
        if (ids.stream().distinct().count() != ids.size()) {
            throw new IllegalArgumentException("two blocks of a page have the same id: " + ids);
        }
    }
}
