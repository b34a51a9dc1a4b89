package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.Place;
import org.linli.platform.database.CommunityId;

/// A complete report, as the dialogue gathered it.
///
/// @param key    names it for ever
/// @param place  `null` where none was needed
/// @param detail what was said below that place; may be empty
/// @param entered by whom, where staff entered it for somebody; `null` where people write themselves
public record Report(
        CommunityId community,
        String key,
        String label,
        @Nullable Place place,
        String detail,
        String words,
        List<String> pictures,
        Neighbour reporter,
        Instant at,
        @Nullable Entered entered) {

    public Report {
        pictures = List.copyOf(pictures);
    }

    public Report(
            CommunityId community,
            String key,
            String label,
            @Nullable Place place,
            String detail,
            String words,
            List<String> pictures,
            Neighbour reporter,
            Instant at) {
        this(community, key, label, place, detail, words, pictures, reporter, at, null);
    }

    /// The same, told after what somebody else had told before.
    Report after(String said) {
        String all = (said + "\n" + words).strip();
        return new Report(community, key, label, place, detail, all, pictures, reporter, at, entered);
    }

    /// What comes from above stands alone, even where neighbours say the same.
    boolean isMandate() {
        return entered != null && entered.way() == Way.ABOVE;
    }

    boolean inGroup() {
        return reporter.group() != null;
    }

    @Override
    public String toString() {
        return "Report[" + key + ", " + label + "]";
    }
}
