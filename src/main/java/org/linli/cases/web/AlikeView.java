package org.linli.cases.web;

import org.linli.cases.Case;
import org.linli.cases.SpokenTime;
import org.linli.platform.words.Masked;

/// A case that may be the same as the one on the page.
///
/// @param words masked
public record AlikeView(String number, String what, String words, String state, String openedAgo) {

    static AlikeView of(Case it, AtTheDesk.Look look) {
        return new AlikeView(
                it.number(),
                look.words().label(it.problem().label()),
                Masked.words(it.problem().words()),
                look.words().state(it.state()),
                new SpokenTime(look.words(), look.now()).ago(it.openedAt()));
    }

    @Override
    public String toString() {
        return "AlikeView[" + number + "]";
    }
}
