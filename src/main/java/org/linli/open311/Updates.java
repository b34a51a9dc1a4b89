package org.linli.open311;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.cases.Act;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseWords;
import org.linli.cases.CasesByTime;
import org.linli.cases.CasesByTime.Numbered;
import org.linli.cases.Consequences;
import org.linli.cases.FindCases;
import org.linli.cases.Moves;
import org.linli.cases.Outcome;
import org.linli.cases.Step;
import org.linli.cases.StepPictures;
import org.linli.cases.Who;
import org.linli.cases.Workflow;
import org.linli.cases.Workflows;
import org.linli.cases.staffing.Absences;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.keys.ApiKey;
import org.linli.masking.MaskWords;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// What happened to requests, and what clients add to them: the extension that FixMyStreet speaks.
@Service
public class Updates {

    private static final List<Step.Kind> TOLD = List.of(
            Step.Kind.ACCEPTED,
            Step.Kind.PASSED_ON,
            Step.Kind.RETURNED,
            Step.Kind.ANSWERED,
            Step.Kind.RESOLVED,
            Step.Kind.DELAYED,
            Step.Kind.ADDED,
            Step.Kind.WITHDRAWN,
            Step.Kind.REOPENED,
            Step.Kind.CLOSED);

    private static final Retry AGAIN =
            Retry.max(3).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final CasesByTime steps;
    private final FindCases cases;
    private final Workflows workflows;
    private final Absences absences;
    private final TakenBefore before;
    private final Services services;
    private final MaskWords mask;
    private final Effects effects;
    private final CaseWords words;
    private final Clock clock;

    Updates(
            CasesByTime steps,
            FindCases cases,
            Workflows workflows,
            Absences absences,
            TakenBefore before,
            Services services,
            MaskWords mask,
            Effects effects,
            CaseWords words,
            Clock clock) {
        this.steps = steps;
        this.cases = cases;
        this.workflows = workflows;
        this.absences = absences;
        this.before = before;
        this.services = services;
        this.mask = mask;
        this.effects = effects;
        this.words = words;
        this.clock = clock;
    }

    /// The earliest first. What was said with a step is told only of cases that were reported from outside, masked.
    /// Never empty; the list may be.
    public Mono<List<RequestUpdate>> list(CommunityMap map, Query query) {
        return steps.steps(map.id(), query.wanted(services.codes()), TOLD)
                .collectList()
                .flatMap(found -> Mono.zip(
                                before.descriptions(
                                        map.id(),
                                        found.stream()
                                                .map(it -> it.step().number())
                                                .distinct()
                                                .toList()),
                                mask.forEverybody(
                                        map.id(),
                                        found.stream()
                                                .map(it -> it.step().words())
                                                .toList()))
                        .map(known -> updates(found, known.getT1(), known.getT2())));
    }

    private List<RequestUpdate> updates(List<Numbered> found, Map<String, String> ours, List<String> masked) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> update(
                        found.get(i), ours.containsKey(found.get(i).step().number()) ? masked.get(i) : ""))
                .toList();
    }

    private RequestUpdate update(Numbered it, String masked) {
        var step = it.step();
        String said = withoutPictures(masked);
        return new RequestUpdate(
                id(it),
                step.number(),
                step.state().isOpen() ? "open" : "closed",
                W3.of(step.at()),
                said.isBlank() ? words.state(step.state()) : said,
                null);
    }

    /// Nobody has looked yet whether a client's pictures are fit for everybody.
    private String withoutPictures(String said) {
        String picture = services.say("open311.picture");
        return said.lines().filter(it -> !it.startsWith(picture)).collect(Collectors.joining("\n"));
    }

    /// What clients added is called by what they were answered.
    private static String id(Numbered it) {
        String by = it.step().by().id();
        return by.startsWith(TakeRequest.CHANNEL + ":") ? Address.parse(by).id() : Long.toString(it.id());
    }

    /// What a client adds, as staff reads it.
    ///
    /// @param media addresses of pictures
    public String words(String description, List<String> media) {
        return Stream.concat(
                        Stream.of(description).filter(it -> !it.isBlank()),
                        media.stream().map(link -> services.say("open311.picture") + link))
                .collect(Collectors.joining("\n"));
    }

    /// The id of the update. Never empty. Signals [Refused] where the request is not this client's, or is closed.
    public Mono<String> add(CommunityMap map, ApiKey client, String number, String said, String fingerprint) {
        if (said.isBlank() || said.length() > ReadSubmitted.LONGEST_DESCRIPTION) {
            return Mono.error(() -> Refused.badRequest("description has to have 1 to 4000 characters"));
        }
        return before.isOf(client, number)
                .filter(own -> own)
                .switchIfEmpty(Mono.error(() -> Refused.forbidden("service_request_id is not of this api_key")))
                .then(Mono.defer(() -> addOnce(map, client, number, said, fingerprint)))
                .retryWhen(AGAIN);
    }

    private Mono<String> addOnce(CommunityMap map, ApiKey client, String number, String said, String fingerprint) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return before.number(client, fingerprint)
                .map(_ -> fingerprint)
                .switchIfEmpty(cases.file(map.id(), number)
                        .flatMap(file -> Mono.zip(absences.told(map), workflows.of(file.it()))
                                .flatMap(found -> effects.commit(
                                        changes(found.getT1(), found.getT2(), client, file, said, fingerprint, now))))
                        .thenReturn(fingerprint));
    }

    private List<Effect> changes(
            CommunityMap map,
            Workflow workflow,
            ApiKey client,
            CaseFile file,
            String said,
            String fingerprint,
            Instant now) {
        var who = Who.resident(
                Address.person(TakeRequest.CHANNEL, client.id(), fingerprint).text());
        return switch (new Moves(workflow, file.it(), who, now).make(new Act.Add(said, List.of()))) {
            case Outcome.Refused _ -> throw Refused.badRequest("the request is closed");
            case Outcome.Moved moved -> {
                var letters = new CaseLetters(
                        map, new CaseFacts(map, words, now), "open311/" + fingerprint, StepPictures.NONE);
                var changes = new ArrayList<Effect>(Consequences.of(moved, file, letters));
                changes.add(new Taken(
                        map.id(),
                        client.id(),
                        fingerprint,
                        Taken.Kind.UPDATE,
                        file.it().number(),
                        "",
                        now));
                yield changes;
            }
        };
    }
}
