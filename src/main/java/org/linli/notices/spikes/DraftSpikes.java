package org.linli.notices.spikes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.notices.Notice;
import org.linli.notices.NoticeMoved;
import org.linli.notices.Period;
import org.linli.notices.writing.FillTemplate;
import org.linli.notices.writing.NoticeTemplates;
import org.linli.outbox.Letter;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Drafts a notice where many of a building ask the same, and tells the desk: somebody approves it or drops it. Of
/// several replicas that see the same, one drafts.
@Component
class DraftSpikes implements Job {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Spikes spikes;
    private final NoticeTemplates templates;
    private final Communities communities;
    private final PublicAddress address;
    private final Effects effects;
    private final SpikeSettings settings;
    private final Clock clock;

    DraftSpikes(
            Spikes spikes,
            NoticeTemplates templates,
            Communities communities,
            PublicAddress address,
            Effects effects,
            SpikeSettings settings,
            Clock clock) {
        this.spikes = spikes;
        this.templates = templates;
        this.communities = communities;
        this.address = address;
        this.effects = effects;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "draft-spikes";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    /// How many notices were drafted.
    @Override
    public boolean canWait() {
        return true;
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return spikes.at(now)
                .concatMap(it -> draft(it, now))
                .reduce(0, Integer::sum)
                .delayUntil(_ -> spikes.forget(now));
    }

    private Mono<Integer> draft(Spike spike, Instant now) {
        return communities
                .map(spike.community())
                .flatMapIterable(map -> drafted(spike, map, now))
                .collectList()
                .filter(all -> !all.isEmpty())
                .flatMap(all -> effects.commit(all).thenReturn(1))
                .onErrorResume(Conflict.class, _ -> Mono.just(0))
                .defaultIfEmpty(0);
    }

    /// Empty for a theme of which no template speaks, and for a place that is no more.
    private List<Effect> drafted(Spike spike, CommunityMap map, Instant now) {
        var building = map.place(spike.building());
        var template = templates.asked(spike.theme());
        if (building.isEmpty() || template.isEmpty()) {
            return List.of();
        }
        String where = map.display(building.get());
        var facts = Map.of("楼栋", where, "户数", String.valueOf(spike.households()), "时间", TIME.format(now));
        var draft = new Notice(
                spike.community(),
                UUID.randomUUID().toString(),
                FillTemplate.with(template.get().wording(), facts),
                where,
                new Period(now, now.plus(settings.holds())),
                null,
                Notice.State.WAITING,
                Notice.BOT,
                now,
                null,
                null,
                1);
        var all = new ArrayList<Effect>(List.of(
                new SpikeDrafted(spike, draft, now, settings.rest()), new NoticeMoved(0, draft, "drafted", "", now)));
        var chat = map.desk().chat();
        if (chat != null) {
            all.add(new Letter(
                    spike.community(),
                    draft.letters() + "drafted",
                    chat,
                    "staff-notice-drafted",
                    told(draft, where, spike)));
        }
        return all;
    }

    private Map<String, String> told(Notice draft, String where, Spike spike) {
        return Map.of(
                "title", draft.wording().title(),
                "text", draft.wording().text(),
                "where", where,
                "households", String.valueOf(spike.households()),
                "minutes", String.valueOf(settings.within().toMinutes()),
                "link", address.of("/desk/notices/" + draft.id()).orElse(""));
    }
}
