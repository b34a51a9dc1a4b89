package org.linli.open311;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.cases.CaseWords;
import org.linli.cases.CasesByTime;
import org.linli.cases.CasesByTime.Numbered;
import org.linli.cases.Step;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.masking.MaskWords;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What happened to requests: the extension that FixMyStreet speaks.
@Service
public class ListUpdates {

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

    private final CasesByTime steps;
    private final TakenBefore before;
    private final Services services;
    private final MaskWords mask;
    private final CaseWords words;

    ListUpdates(CasesByTime steps, TakenBefore before, Services services, MaskWords mask, CaseWords words) {
        this.steps = steps;
        this.before = before;
        this.services = services;
        this.mask = mask;
        this.words = words;
    }

    /// The earliest first. What was said with a step is told only of cases that were reported from outside, masked.
    /// Never empty; the list may be.
    public Mono<List<RequestUpdate>> list(CommunityMap map, Query query) {
        return steps.steps(map.id(), query.wanted(services.codes()), TOLD)
                .collectList()
                .flatMap(found -> Mono.zip(ours(map, found), masked(map, found))
                        .map(known -> updates(found, known.getT1(), known.getT2())));
    }

    /// By number: what was reported from outside.
    private Mono<Map<String, String>> ours(CommunityMap map, List<Numbered> found) {
        var numbers = found.stream().map(it -> it.step().number()).distinct().toList();
        return before.descriptions(map.id(), numbers);
    }

    private Mono<List<String>> masked(CommunityMap map, List<Numbered> found) {
        return mask.forEverybody(
                map.id(), found.stream().map(it -> it.step().words()).toList());
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
}
