package org.linli.understanding;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.opennlp.IntentModel;
import org.linli.understanding.opennlp.StoredModels;
import org.springframework.stereotype.Component;

/// A model that hears every message beside the one in use, without effect: how often it would have answered otherwise
/// is counted. No words are kept. At most one at a time; nothing where there is none.
@Component
public class Trial {

    /// What both took a message for, where they differ.
    public record Difference(boolean inGroup, String running, String candidate) implements Comparable<Difference> {

        @Override
        public int compareTo(Difference other) {
            return toString().compareTo(other.toString());
        }
    }

    /// @param messages    how many were heard
    /// @param differences how many of each kind
    public record Heard(long messages, Map<Difference, Long> differences) {

        public Heard {
            differences = Map.copyOf(differences);
        }
    }

    private record Beside(String name, IntentModel model, LongAdder messages, Map<Difference, LongAdder> differences) {}

    private final StoredModels models;
    private volatile @Nullable Beside beside;

    Trial(UnderstandingProperties properties, Clock clock) {
        this.models = properties.models(clock);
    }

    /// Lets what is learnt from these files hear from now on, instead of whatever was on trial. Blocking: seconds
    /// where it was not learnt before.
    ///
    /// @param name what is on trial
    public void begin(String name, SortedMap<String, String> files) {
        beside = new Beside(name, models.of(files), new LongAdder(), new ConcurrentHashMap<>());
    }

    public void end() {
        beside = null;
    }

    /// What is on trial. Empty where nothing is.
    public Optional<String> name() {
        return Optional.ofNullable(beside).map(Beside::name);
    }

    /// What was heard since this was last asked.
    public Heard take() {
        var it = beside;
        if (it == null) {
            return new Heard(0, Map.of());
        }
        var differences = new TreeMap<Difference, Long>();
        it.differences().forEach((difference, times) -> {
            long counted = times.sumThenReset();
            if (counted > 0) {
                differences.put(difference, counted);
            }
        });
        return new Heard(it.messages().sumThenReset(), differences);
    }

    /// @param answered what the model in use takes it for
    void hear(String text, boolean group, Intent answered) {
        var it = beside;
        if (it == null) {
            return;
        }
        it.messages().increment();
        var other = it.model().rank(text, group).getFirst().intent();
        var difference = new Difference(group, audible(answered, group), audible(other, group));
        if (!difference.running().equals(difference.candidate())) {
            it.differences().computeIfAbsent(difference, _ -> new LongAdder()).increment();
        }
    }

    /// Among neighbours everything but a report is silence.
    private static String audible(Intent intent, boolean group) {
        return group && !intent.opensCase() ? Intent.CHATTER.label() : intent.label();
    }
}
