package org.linli.open311;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.cases.Neighbour;
import org.linli.cases.NeighbourLeft;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Answer;
import org.linli.keys.ApiKey;
import org.linli.masking.MaskWords;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Makes a case of what a client reports, in the way of every report: the same problem of neighbours is joined, and the
/// unit hears of it at once. Committed before it is answered; the same call within a day finds its case.
///
/// Whoever uses the client is not known here, so nobody is written to: the client asks, or is called.
@Service
public class TakeRequest {

    static final ChannelId CHANNEL = new ChannelId("open-api");

    private static final Retry AGAIN =
            Retry.max(5).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final ReportCase cases;
    private final TakenBefore before;
    private final MaskWords mask;
    private final Services services;
    private final Effects effects;
    private final Clock clock;

    TakeRequest(ReportCase cases, TakenBefore before, MaskWords mask, Services services, Effects effects, Clock clock) {
        this.cases = cases;
        this.before = before;
        this.mask = mask;
        this.services = services;
        this.effects = effects;
        this.clock = clock;
    }

    /// The number of the case. Never empty.
    public Mono<String> take(CommunityMap map, ApiKey client, Submitted it) {
        return Mono.defer(() -> before.number(client, it.fingerprint())
                        .switchIfEmpty(Mono.defer(() -> report(map, client, it))))
                .retryWhen(AGAIN);
    }

    private Mono<String> report(CommunityMap map, ApiKey client, Submitted it) {
        var reporter = reporter(client);
        return Mono.zip(
                        cases.report(report(map, client, it, reporter)),
                        mask.forEverybody(map.id(), List.of(it.description())))
                .flatMap(found -> {
                    String number = found.getT1().facts().getOrDefault("number", "");
                    var taken = new Taken(
                            map.id(),
                            client.id(),
                            it.fingerprint(),
                            Taken.Kind.REQUEST,
                            number,
                            found.getT2().getFirst(),
                            clock.instant());
                    return effects.commit(changes(found.getT1(), new NeighbourLeft(map.id(), number, reporter), taken))
                            .thenReturn(number);
                });
    }

    private static List<Effect> changes(Answer answer, Effect left, Effect taken) {
        var changes = new ArrayList<>(answer.effects());
        changes.add(left);
        changes.add(taken);
        return changes;
    }

    private Report report(CommunityMap map, ApiKey client, Submitted it, Neighbour reporter) {
        return new Report(
                map.id(),
                "open311/" + client.id() + "/" + it.fingerprint(),
                it.service(),
                it.place(),
                it.detail(),
                words(client, it),
                List.of(),
                reporter,
                clock.instant());
    }

    /// What staff reads: the description, and who can be asked.
    private String words(ApiKey client, Submitted it) {
        var lines = new ArrayList<String>();
        lines.add(it.description().isEmpty() ? services.say("open311.wordless") : it.description());
        lines.addAll(it.answers());
        if (it.phone() != null) {
            lines.add(services.say("open311.phone") + it.phone());
        }
        it.media().forEach(link -> lines.add(services.say("open311.picture") + link));
        lines.add(services.say("open311.by") + client.name());
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /// Each call is somebody of their own: two users of one client who report the same are two neighbours.
    private static Neighbour reporter(ApiKey client) {
        return new Neighbour(
                null, Address.person(CHANNEL, client.id(), UUID.randomUUID().toString()), null, null);
    }
}
