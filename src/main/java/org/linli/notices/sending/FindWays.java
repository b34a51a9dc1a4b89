package org.linli.notices.sending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Outbound;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Notice;
import org.linli.outbox.PlanWays;
import org.linli.outbox.PlanWays.Planned;
import org.linli.outbox.RenderLetters;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// By which way a notice would go to each of many addresses now.
@Component
class FindWays {

    private static final int ABREAST = 256;

    /// Whoever is of the same sort gets the same words.
    private record Sort(ChannelId channel, String account, boolean group) {

        static Sort of(Address it) {
            return new Sort(it.channel(), it.account(), it.isGroup());
        }
    }

    private final PlanWays ways;
    private final RenderLetters render;

    FindWays(PlanWays ways, RenderLetters render) {
        this.ways = ways;
        this.render = render;
    }

    /// Without those to which no way carries it. Never empty.
    Mono<Map<Address, Planned>> of(Notice notice, List<Chosen> people) {
        var words = new HashMap<Sort, Outbound>();
        people.stream()
                .flatMap(it -> it.reached().stream())
                .forEach(it -> words.computeIfAbsent(Sort.of(it), _ -> words(notice, it)));
        return Flux.fromIterable(people)
                .flatMapIterable(Chosen::reached)
                .distinct()
                .flatMap(
                        to -> ways.first(
                                        notice.community(),
                                        Objects.requireNonNull(words.get(Sort.of(to)))
                                                .to(to))
                                .map(way -> Map.entry(to, way)),
                        ABREAST)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Outbound words(Notice notice, Address to) {
        return render.render(NoticeLetter.to(notice, "", 1, to, ""));
    }
}
