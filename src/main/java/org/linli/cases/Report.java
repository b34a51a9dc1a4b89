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
public record Report(
        CommunityId community,
        String key,
        String label,
        @Nullable Place place,
        String detail,
        String words,
        List<String> pictures,
        Neighbour reporter,
        Instant at) {

    public Report {
        pictures = List.copyOf(pictures);
    }

    /// The same, told after what somebody else had told before.
    Report after(String said) {
        return new Report(community, key, label, place, detail, said + "\n" + words, pictures, reporter, at);
    }

    boolean inGroup() {
        return reporter.group() != null;
    }

    @Override
    public String toString() {
        return "Report[" + key + ", " + label + "]";
    }
}
