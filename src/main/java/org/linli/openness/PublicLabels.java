package org.linli.openness;

import java.util.Set;
import java.util.TreeSet;
import org.linli.cases.Case;
import org.linli.cases.CaseWords;
import org.springframework.stereotype.Component;

/// What cases may be about to be shown: not people, and no emergencies.
@Component
public class PublicLabels {

    private static final Set<String> ABOUT_PEOPLE =
            Set.of("emergency", "report.dispute", "report.conduct", "report.security", "help.hardship");

    private final CaseWords words;

    PublicLabels(CaseWords words) {
        this.words = words;
    }

    public Set<String> all() {
        var labels = new TreeSet<>(words.labels().keySet());
        labels.removeAll(ABOUT_PEOPLE);
        labels.removeIf(it -> it.startsWith("help."));
        return labels;
    }

    /// Whether the public list may show it.
    boolean allow(Case it) {
        return all().contains(it.problem().label());
    }
}
