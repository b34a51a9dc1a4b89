package org.linli.cases.chat;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.CaseWords;
import org.linli.cases.behalf.EnterCase;
import org.linli.cases.behalf.Entry;
import org.linli.cases.behalf.ReadEntry;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.linli.understanding.Understand;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "For Auntie Li, who called: the lift of building 3 is stuck": staff enters a case for somebody by writing, in
/// private.
@Component
class EnterForStaff implements Skill {

    private static final Intent INTENT = new Intent("staff.enter");

    private final Communities communities;
    private final EnterCase enter;
    private final Understand understand;
    private final CaseWords words;
    private final Clock clock;

    EnterForStaff(Communities communities, EnterCase enter, Understand understand, CaseWords words, Clock clock) {
        this.communities = communities;
        this.enter = enter;
        this.understand = understand;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "staff-enter";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(INTENT);
    }

    /// A number of somebody else is nothing for a group to read.
    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.staff() == null || speaker.group() != null
                ? Optional.empty()
                : SaidForSomeone.read(said).map(_ -> INTENT);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return communities.map(request.speaker().community()).flatMap(map -> perform(request, map));
    }

    private Mono<Answer> perform(Request request, CommunityMap map) {
        var said = SaidForSomeone.read(request.text()).orElseThrow();
        var reading = new ReadEntry(map, understand, words.labels().keySet(), clock.instant());
        return switch (reading.read(said.typed(request.key()), null)) {
            case ReadEntry.Result.Read(Entry entry) ->
                enter.decide(requireNonNull(request.speaker().staff()), entry, request.pictures())
                        .map(it -> new Answer("staff-entered", told(it, entry), it.effects()));
            case ReadEntry.Result.Wrong(var why, List<String> choices) ->
                Mono.just(Answer.saying(
                        "staff-enter-trouble", Map.of("why", why.name(), "choices", String.join("、", choices))));
        };
    }

    private static Map<String, String> told(Answer decided, Entry entry) {
        var told = new HashMap<>(decided.facts());
        told.put("call", entry.caller().mayContact() ? "yes" : "");
        return told;
    }
}
