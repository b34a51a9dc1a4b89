package org.linli.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.asking.Inquiry;

/// What the page of a case tells of others: how hot the place is, what it rests in, what rests in it, what came out of
/// what.
///
/// @param neighbours what neighbours said who were asked; `null` where nobody was
/// @param notAsked how many who waited for it could not be asked how it was done
/// @param times      which one it is at its place this year
/// @param mergedInto empty where it goes on by itself
/// @param mayMerge   whether whoever looks may make one of it and another
/// @param mayPart    whether they may take it apart from the one it rests in
record SameView(
        @Nullable Asked neighbours,
        long notAsked,
        long times,
        List<Earlier> before,
        String mergedInto,
        List<String> mergedHere,
        List<Link> links,
        List<Joiner> joiners,
        boolean mayMerge,
        boolean mayPart) {

    record Asked(int asked, long fixed, long notFixed) {

        static Asked of(Inquiry it) {
            return new Asked(it.asked().size(), it.said(true), it.said(false));
        }
    }

    record Earlier(String number, String state, String ago) {}

    /// @param message the key of the words that say how they belong together
    record Link(String number, String message) {}

    /// @param words masked
    record Joiner(String mark, String words, String ago) {}
}
