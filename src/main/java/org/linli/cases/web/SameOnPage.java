package org.linli.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLinked;
import org.linli.cases.FindLinks;
import org.linli.cases.HeatOfPlace;
import org.linli.cases.HeatOfPlace.Heat;
import org.linli.cases.SpokenTime;
import org.linli.cases.State;
import org.linli.cases.asking.FindInquiries;
import org.linli.cases.asking.FindVerdicts;
import org.linli.cases.merging.FindMerges;
import org.linli.cases.merging.Joiners;
import org.linli.cases.merging.Merge;
import org.linli.platform.words.Masked;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Tells the page of a case which others are about the same problem.
@Component
class SameOnPage {

    private final HeatOfPlace heat;
    private final FindMerges merges;
    private final FindLinks links;
    private final Joiners joiners;
    private final FindInquiries inquiries;
    private final FindVerdicts verdicts;

    SameOnPage(
            HeatOfPlace heat,
            FindMerges merges,
            FindLinks links,
            Joiners joiners,
            FindInquiries inquiries,
            FindVerdicts verdicts) {
        this.heat = heat;
        this.merges = merges;
        this.links = links;
        this.joiners = joiners;
        this.inquiries = inquiries;
        this.verdicts = verdicts;
    }

    /// Adds `same`.
    Mono<Void> fill(AtTheDesk.Look look, CaseFile file, Model model) {
        var it = file.it();
        return Mono.zip(
                        heat.of(it),
                        merges.into(it.community(), it.number())
                                .map(Merge::number)
                                .collectList(),
                        links.of(it.community(), it.number())
                                .map(link -> link(link, it))
                                .collectList(),
                        joiners(look, it),
                        neighbours(it),
                        verdicts.notAsked(it))
                .map(found -> view(
                        look,
                        file,
                        found.getT5().orElse(null),
                        found.getT6(),
                        found.getT1(),
                        found.getT2(),
                        found.getT3(),
                        found.getT4()))
                .doOnNext(view -> model.addAttribute("same", view))
                .then();
    }

    private static SameView view(
            AtTheDesk.Look look,
            CaseFile file,
            SameView.@Nullable Asked neighbours,
            long notAsked,
            Heat heat,
            List<String> mergedHere,
            List<SameView.Link> links,
            List<SameView.Joiner> joiners) {
        boolean mayAct = look.sight().mayAct(file.it());
        return new SameView(
                neighbours,
                notAsked,
                heat.times(),
                heat.before().stream().map(it -> earlier(it, look)).toList(),
                Objects.requireNonNullElse(file.mergedInto(), ""),
                mergedHere,
                links,
                joiners,
                mayAct && file.it().isOpen(),
                mayAct && file.it().state() == State.MERGED);
    }

    private Mono<Optional<SameView.Asked>> neighbours(Case it) {
        return inquiries
                .latest(it.community(), it.number())
                .filter(inquiry -> !inquiry.asked().isEmpty())
                .map(SameView.Asked::of)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static SameView.Earlier earlier(HeatOfPlace.Earlier it, AtTheDesk.Look look) {
        return new SameView.Earlier(
                it.number(),
                look.words().state(it.state()),
                new SpokenTime(look.words(), look.now()).ago(it.openedAt()));
    }

    private static SameView.Link link(CaseLinked link, Case it) {
        String kind = link.kind().name().toLowerCase(Locale.ROOT);
        return link.number().equals(it.number())
                ? new SameView.Link(link.earlier(), "same.link." + kind + ".from")
                : new SameView.Link(link.number(), "same.link." + kind + ".to");
    }

    private Mono<List<SameView.Joiner>> joiners(AtTheDesk.Look look, Case it) {
        var time = new SpokenTime(look.words(), look.now());
        return joiners.of(it.community(), it.number())
                .map(joined -> new SameView.Joiner(joined.mark(), Masked.words(joined.words()), time.ago(joined.at())))
                .collectList();
    }
}
