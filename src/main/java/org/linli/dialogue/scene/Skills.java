package org.linli.dialogue.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;

/// Everything that can be asked for.
///
/// @param heard set phrases that were looked for before; kept for one message only
public record Skills(List<Skill> all, @Nullable Map<String, Optional<Intent>> heard) {

    public Skills(List<Skill> all) {
        this(List.copyOf(all), null);
    }

    /// The same for one message of one speaker, each of whose words are held against all phrases once, however often a
    /// decision asks. Not safe for threads.
    Skills forOneMessage() {
        return new Skills(all, new HashMap<>());
    }

    public Optional<Skill> serving(Intent intent) {
        return all.stream().filter(it -> it.serves(intent)).findFirst();
    }

    /// What a skill's own set phrase means.
    Optional<Intent> recognised(Speaker speaker, String words) {
        return heard == null ? lookedFor(speaker, words) : heard.computeIfAbsent(words, it -> lookedFor(speaker, it));
    }

    private Optional<Intent> lookedFor(Speaker speaker, String words) {
        return all.stream()
                .flatMap(it -> it.recognises(speaker, words).stream())
                .findFirst();
    }

    /// What a set phrase among neighbours means.
    Optional<Intent> overheard(String words) {
        return all.stream().flatMap(it -> it.overhears(words).stream()).findFirst();
    }

    /// What skills remember of a request that none of them serves.
    public List<Act.Learn> leftOpen(Request request) {
        return all.stream()
                .flatMap(it -> it.leftOpen(request).stream())
                .map(Act.Learn::new)
                .toList();
    }

    Optional<Skill> called(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Set<Need> needs(Intent intent) {
        return serving(intent).map(it -> it.needs(intent)).orElse(Set.of());
    }
}
