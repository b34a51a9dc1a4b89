package org.linli.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the file of made-up history tells about one case. The format is described in `deploy/demo/history.yaml`.
record Story(
        String resident,
        @Nullable String group,
        String place,
        @Nullable String detail,
        String label,
        String text,
        int daysAgo,
        String at,
        @Nullable List<String> joined,
        @Nullable List<Chapter> steps,
        @Nullable Integer rating,
        @Nullable String words,
        @Nullable String ratedAfter) {

    /// All of it.
    record Book(String community, List<Story> stories) {}

    /// One thing that happened.
    ///
    /// @param after time since the one before, like `20m`, `3h`, `2d`
    record Chapter(
            String after,
            String act,
            @Nullable String by,
            @Nullable String to,
            @Nullable String note) {}

    List<String> neighbours() {
        return joined == null ? List.of() : joined;
    }

    List<Chapter> chapters() {
        return steps == null ? List.of() : steps;
    }

    @Override
    public String toString() {
        return "Story[" + label + "]";
    }
}
