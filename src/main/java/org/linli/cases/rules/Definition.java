package org.linli.cases.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.linli.cases.Act;
import org.linli.cases.CaseKind;
import org.linli.cases.Priority;
import org.linli.platform.signing.Sha256;

/// What one version of a file in `templates/workflows` says, checked.
///
/// @param labels patterns of labels whose cases are of this kind
/// @param priorities how pressing cases begin, by pattern of labels; all others are ordinary
/// @param rules  for an act several, where it leads elsewhere from other states
/// @param text   as it stands in the file
public record Definition(
        CaseKind kind,
        List<String> labels,
        Map<String, Priority> priorities,
        Map<Act.Kind, List<Rule>> rules,
        List<ClockRule> clocks,
        String text) {

    public Definition {
        labels = List.copyOf(labels);
        priorities = Map.copyOf(priorities);
        rules = Map.copyOf(rules);
        clocks = List.copyOf(clocks);
    }

    public List<Rule> rules(Act.Kind act) {
        return rules.getOrDefault(act, List.of());
    }

    /// The most exact pattern counts. An emergency is one whatever the file says.
    public Priority priority(String label) {
        return label.equals("emergency")
                ? Priority.EMERGENCY
                : priorities.entrySet().stream()
                        .filter(it -> LabelPattern.matches(it.getKey(), label))
                        .max(Comparator.comparingInt(it -> LabelPattern.weight(it.getKey())))
                        .map(Entry::getValue)
                        .orElse(Priority.ORDINARY);
    }

    /// Of what it says: the same on every replica and in every community.
    String hash() {
        return Sha256.hex(text);
    }

    @Override
    public String toString() {
        return "Definition[" + kind + "]";
    }
}
