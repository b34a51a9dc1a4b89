package org.linli.polls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.polls.Poll;
import org.linli.polls.alarms.Alarm;
import org.linli.polls.alarms.Alarms;
import org.linli.polls.alarms.NameSource;
import org.linli.polls.alarms.NameSources;
import org.linli.polls.callback.Samples;
import org.linli.polls.voiding.Annulment;
import org.linli.polls.voiding.Annulment.State;
import org.linli.polls.voiding.Annulment.Why;
import org.linli.polls.voiding.Annulments;
import org.linli.polls.web.RegisterLines.Line;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts on a page which ballots of a vote were taken out or are asked to be, what the committee was told, and how a
/// sample has answered.
@Component
class ShowOversight {

    /// @param whose empty once nothing joins voters and ballots any more
    /// @param mine  whether the reader has asked: then somebody else has to confirm
    record VoidView(
            int number,
            String whose,
            String why,
            String reason,
            String state,
            String askedBy,
            String askedAt,
            String decidedBy,
            boolean mine) {

        @Override
        public String toString() {
            return "VoidView[" + number + "]";
        }
    }

    /// @param who a flat or a member of staff; empty where nobody can tell
    record AlarmView(String kind, String who, int voters, int minutes, String at) {

        @Override
        public String toString() {
            return "AlarmView[" + kind + "]";
        }
    }

    private final RegisterLines lines;
    private final Annulments annulments;
    private final Alarms alarms;
    private final NameSources names;
    private final Samples samples;
    private final CaseWords words;
    private final Clock clock;

    ShowOversight(
            RegisterLines lines,
            Annulments annulments,
            Alarms alarms,
            NameSources names,
            Samples samples,
            CaseWords words,
            Clock clock) {
        this.lines = lines;
        this.annulments = annulments;
        this.alarms = alarms;
        this.names = names;
        this.samples = samples;
        this.words = words;
        this.clock = clock;
    }

    Mono<Void> fill(StaffMember member, Poll poll, CommunityMap map, Model model) {
        return Mono.zip(
                        lines.of(poll, map),
                        annulments.of(poll).collectList(),
                        annulments.arePossible(poll, clock.instant()),
                        alarms(poll),
                        samples.figures(poll.community(), poll.id())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .doOnNext(found -> {
                    model.addAttribute("poll", poll);
                    model.addAttribute(
                            "lines", found.getT1().stream().filter(Line::voted).toList());
                    model.addAttribute("voids", voids(found.getT2(), found.getT1(), member, map));
                    model.addAttribute("possible", found.getT3());
                    model.addAttribute("alarms", found.getT4());
                    model.addAttribute("callback", found.getT5().orElse(null));
                    model.addAttribute("published", !poll.isOpen());
                    model.addAttribute("reasons", Why.values());
                })
                .then();
    }

    private Mono<List<AlarmView>> alarms(Poll poll) {
        return Mono.zip(alarms.of(poll).collectList(), names.of(poll).defaultIfEmpty(NameSource.NONE))
                .map(it -> it.getT1().stream()
                        .map(alarm -> view(alarm, it.getT2().name(alarm)))
                        .toList());
    }

    private AlarmView view(Alarm it, String who) {
        return new AlarmView(it.kind().name(), who, it.voters(), it.minutes(), time(it.at()));
    }

    private List<VoidView> voids(List<Annulment> all, List<Line> lines, StaffMember member, CommunityMap map) {
        Map<String, String> names = lines.stream().collect(Collectors.toMap(Line::voter, Line::name));
        return all.stream()
                .map(it -> new VoidView(
                        it.number(),
                        names.getOrDefault(it.voter(), ""),
                        it.why().name(),
                        it.reason(),
                        it.state().name(),
                        name(it.askedBy(), map),
                        time(it.askedAt()),
                        name(it.decidedBy(), map),
                        it.state() == State.ASKED && !it.mayBeConfirmedBy(member.id())))
                .toList();
    }

    private static String name(String member, CommunityMap map) {
        return map.staffMember(member).map(StaffMember::name).orElse("");
    }

    private String time(Instant at) {
        return new SpokenTime(words, clock.instant()).at(at);
    }
}
