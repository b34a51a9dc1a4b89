package org.linli.open311;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.cases.Act;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.CaseWords;
import org.linli.cases.Consequences;
import org.linli.cases.FindCases;
import org.linli.cases.Moves;
import org.linli.cases.Outcome;
import org.linli.cases.StepPictures;
import org.linli.cases.Who;
import org.linli.cases.Workflow;
import org.linli.cases.Workflows;
import org.linli.cases.staffing.Absences;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.keys.ApiKey;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Adds to a request what its client says later: the extension that FixMyStreet speaks.
@Service
public class AddUpdate {

    private static final Retry AGAIN =
            Retry.max(3).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final FindCases cases;
    private final Workflows workflows;
    private final Absences absences;
    private final TakenBefore before;
    private final Services services;
    private final Effects effects;
    private final CaseWords words;
    private final Clock clock;

    AddUpdate(
            FindCases cases,
            Workflows workflows,
            Absences absences,
            TakenBefore before,
            Services services,
            Effects effects,
            CaseWords words,
            Clock clock) {
        this.cases = cases;
        this.workflows = workflows;
        this.absences = absences;
        this.before = before;
        this.services = services;
        this.effects = effects;
        this.words = words;
        this.clock = clock;
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
        return before.number(client, fingerprint)
                .map(_ -> fingerprint)
                .switchIfEmpty(cases.file(map.id(), number)
                        .flatMap(file -> commit(map, client, file, said, fingerprint))
                        .thenReturn(fingerprint));
    }

    private Mono<Void> commit(CommunityMap map, ApiKey client, CaseFile file, String said, String fingerprint) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Mono.zip(absences.told(map), workflows.of(file.it()))
                .map(found -> changes(found.getT1(), found.getT2(), client, file, said, fingerprint, now))
                .flatMap(effects::commit);
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
