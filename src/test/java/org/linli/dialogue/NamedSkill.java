package org.linli.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.understanding.Intent;
import reactor.core.publisher.Mono;

/// A capability that answers with its own name.
record NamedSkill(String id, String labels, Set<Need> needs) implements Skill {

    /// Reports ask for a place, help and emergencies do not.
    static final List<Skill> ALL = List.of(
            new NamedSkill("report-case", "report\\..*", Set.of(Need.PLACE)),
            new NamedSkill("help-case", "help\\..*|emergency", Set.of()),
            new NamedSkill("add-to-case", "case\\.add", Set.of()),
            new NamedSkill("follow-case", "case\\.(progress|rate|urge)", Set.of()),
            new NamedSkill("tell-hours", "ask\\.office", Set.of()),
            new NamedSkill("book", "book\\..*", Set.of(Need.TIME, Need.PHONE)),
            new NamedSkill("bind", "account\\.bind", Set.of(Need.PLACE)));

    @Override
    public boolean serves(Intent intent) {
        return intent.label().matches(labels);
    }

    @Override
    public Set<Need> needs(Intent intent) {
        return needs;
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.just(Answer.saying(id, Map.of()));
    }
}
