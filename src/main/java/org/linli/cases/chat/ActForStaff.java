package org.linli.cases.chat;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseWords;
import org.linli.cases.Promises;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "Accepted 123", "123 is done, changed the bulb": staff does by writing what it does at the desk, in private or in
/// the chat of a unit. The same words of anybody else are an ordinary message.
@Component
class ActForStaff implements Skill {

    private static final Intent INTENT = new Intent("staff.case");
    private static final int MOST_CHOICES = 5;
    private static final int LONGEST_CHOICE = 60;

    private final Communities communities;
    private final CasesOfStaff cases;
    private final ActByChat acts;
    private final Promises promises;
    private final CaseWords words;
    private final Clock clock;

    ActForStaff(
            Communities communities,
            CasesOfStaff cases,
            ActByChat acts,
            Promises promises,
            CaseWords words,
            Clock clock) {
        this.communities = communities;
        this.cases = cases;
        this.acts = acts;
        this.promises = promises;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "staff-case";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(INTENT);
    }

    /// Among others staff has to say which case: "two more days" may be an answer to a neighbour.
    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.staff() == null
                ? Optional.empty()
                : StaffCommand.read(said)
                        .filter(it -> speaker.group() == null || !it.number().isEmpty())
                        .map(_ -> INTENT);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return communities
                .map(request.speaker().community())
                .flatMap(map -> isAtWork(request.speaker(), map)
                        ? perform(request, StaffCommand.read(request.text()).orElseThrow(), map)
                        : Mono.just(Answer.saying("in-private", Map.of())));
    }

    private static boolean isAtWork(Speaker speaker, CommunityMap map) {
        var group = speaker.group();
        return group == null
                || map.units().stream().anyMatch(it -> group.address().equals(it.chat()));
    }

    private Mono<Answer> perform(Request request, StaffCommand command, CommunityMap map) {
        var member = requireNonNull(request.speaker().staff());
        if (command.number().isEmpty()) {
            return cases.fitting(command.verb(), member, map)
                    .flatMap(fitting -> fitting.size() == 1
                            ? perform(request, command.about(fitting.getFirst().number()), map)
                            : Mono.just(which(fitting, command, request, map)));
        }
        return cases.numbered(command.number(), member, map)
                .flatMap(file -> act(request, command, file, map))
                .defaultIfEmpty(Answer.saying("staff-not-yours", Map.of("number", command.number())));
    }

    private Mono<Answer> act(Request request, StaffCommand command, CaseFile file, CommunityMap map) {
        var promised = promises.in(command.words(), map).orElse(null);
        return new MeantAct(map, command, request.pictures(), promised, clock.instant())
                .act()
                .map(act -> acts.act(
                        request, file, act, "staff-did-" + command.verb().key(), "staff-refused"))
                .orElseGet(() -> Mono.just(whichUnit(command, file.it(), map)))
                .map(answer -> asked(answer, command, file.it(), promised));
    }

    /// A time in an answer to residents may be meant as a promise: one tap says so.
    private static Answer asked(Answer answer, StaffCommand command, Case it, @Nullable Instant promised) {
        if (command.verb() != StaffCommand.Verb.REPLY || promised == null) {
            return answer;
        }
        var facts = new HashMap<>(answer.facts());
        facts.put("promise", "▸ 承诺 %s %s".formatted(it.number(), SpokenTime.exactly(promised)));
        return new Answer(answer.template(), facts, answer.effects(), answer.about());
    }

    private Answer which(List<Case> fitting, StaffCommand command, Request request, CommunityMap map) {
        var facts = new CaseFacts(map, words, clock.instant());
        String list = fitting.stream().limit(MOST_CHOICES).map(facts::line).collect(Collectors.joining("\n"));
        String act = words.say("act." + command.verb().key());
        String choices = choices(fitting.stream().map(it -> it.number() + " " + request.text()));
        return Answer.saying(
                fitting.isEmpty() ? "staff-none" : "staff-which", Map.of("act", act, "list", list, "choices", choices));
    }

    private static Answer whichUnit(StaffCommand command, Case it, CommunityMap map) {
        var names = map.units().stream().map(Unit::name).filter(name -> StaffCommand.isReadAsUnit(name));
        String choices = choices(names.map(name -> "%s 转给 %s %s".formatted(it.number(), name, command.words())));
        return Answer.saying("staff-which-unit", Map.of("said", command.unit(), "choices", choices));
    }

    /// What is too long for a button has to be written.
    private static String choices(Stream<String> commands) {
        return commands.map(it -> it.replaceAll("\\s+", " ").strip())
                .filter(it -> it.length() <= LONGEST_CHOICE)
                .limit(MOST_CHOICES)
                .map(it -> "▸ " + it)
                .collect(Collectors.joining("\n"));
    }
}
