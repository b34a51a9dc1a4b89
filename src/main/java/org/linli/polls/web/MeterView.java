package org.linli.polls.web;

import org.linli.polls.owners.Areas;
import org.linli.polls.owners.Meter;
import org.linli.polls.owners.Share;

/// How far a vote of owners is, as pages show it.
///
/// @param agreement whether it is shown who agrees: not as long as people vote
record MeterView(
        String majority,
        Line takePartHeads,
        Line takePartArea,
        boolean quorum,
        boolean agreement,
        Line agreeHeads,
        Line agreeArea,
        boolean agreed) {

    /// One bar.
    ///
    /// @param is      so many there are, of `of`
    /// @param need    so many there have to be
    /// @param missing so many are missing
    record Line(
            long is,
            long of,
            long need,
            String isText,
            String ofText,
            String needText,
            String missingText,
            boolean enough) {}

    static MeterView of(Meter it, boolean agreement) {
        return new MeterView(
                it.majority().name(),
                heads(it.took(), it.all(), it.quorum(), it.missingToQuorum()),
                area(it.took(), it.all(), it.quorum(), it.missingToQuorum()),
                it.hasQuorum(),
                agreement,
                heads(it.agree(), it.took(), it.needed(), it.missingToAgree()),
                area(it.agree(), it.took(), it.needed(), it.missingToAgree()),
                it.isAgreed());
    }

    private static Line heads(Share is, Share of, Share need, Share missing) {
        return new Line(
                is.heads(),
                of.heads(),
                need.heads(),
                String.valueOf(is.heads()),
                String.valueOf(of.heads()),
                String.valueOf(need.heads()),
                String.valueOf(missing.heads()),
                missing.heads() == 0);
    }

    private static Line area(Share is, Share of, Share need, Share missing) {
        return new Line(
                is.area(),
                of.area(),
                need.area(),
                Areas.text(is.area()),
                Areas.text(of.area()),
                Areas.text(need.area()),
                Areas.text(missing.area()),
                missing.area() == 0);
    }
}
