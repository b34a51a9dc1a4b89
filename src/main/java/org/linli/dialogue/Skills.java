package org.linli.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.understanding.Intent;

/// Everything that can be asked for.
record Skills(List<Skill> all) {

    Skills {
        all = List.copyOf(all);
    }

    Optional<Skill> serving(Intent intent) {
        return all.stream().filter(it -> it.serves(intent)).findFirst();
    }

    /// What a skill's own set phrase means.
    Optional<Intent> recognised(Speaker speaker, String words) {
        return all.stream()
                .flatMap(it -> it.recognises(speaker, words).stream())
                .findFirst();
    }

    /// What skills remember of a request that none of them serves.
    List<Act.Learn> leftOpen(Request request) {
        return all.stream()
                .flatMap(it -> it.leftOpen(request).stream())
                .map(Act.Learn::new)
                .toList();
    }

    Optional<Skill> called(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Set<Need> needs(Intent intent) {
        return serving(intent).map(it -> it.needs(intent)).orElse(Set.of());
    }
}
