package org.linli.polls.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.choosing.ChooseResidents;
import org.linli.polls.AskAudience;
import org.linli.polls.FindPolls;
import org.linli.polls.OpenPoll;
import org.linli.polls.OpenPoll.Question;
import org.linli.polls.Poll;
import org.linli.polls.PollWords;
import org.linli.polls.asking.PollForm;
import org.linli.polls.asking.ReadPoll;
import org.linli.polls.asking.ReadPoll.Trouble;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where staff asks groups and places, and sees how it stands.
@Controller
class PollsDesk {

    private final SignedIn signedIn;
    private final Communities communities;
    private final FindPolls find;
    private final OpenPoll open;
    private final AskAudience audience;
    private final ChooseResidents residents;
    private final ShowPolls show;
    private final PollWords words;

    PollsDesk(
            SignedIn signedIn,
            Communities communities,
            FindPolls find,
            OpenPoll open,
            AskAudience audience,
            ChooseResidents residents,
            ShowPolls show,
            PollWords words) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.find = find;
        this.open = open;
        this.audience = audience;
        this.residents = residents;
        this.show = show;
        this.words = words;
    }

    @GetMapping("/desk/polls")
    Mono<String> page(Model model) {
        return Mono.zip(member(), freshId())
                .flatMap(it -> page(it.getT1(), PollForm.empty(it.getT2()), Map.of(), model));
    }

    @PostMapping("/desk/polls")
    Mono<String> ask(PollForm form, Model model) {
        return member().filter(PollsDesk::mayAsk)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .flatMap(member -> communities.map(member.community()).flatMap(map -> asked(member, map, form, model)));
    }

    private Mono<String> asked(StaffMember member, CommunityMap map, PollForm form, Model model) {
        var read = new ReadPoll(form, map, words.yesNo());
        var troubles = read.troubles();
        if (!troubles.isEmpty()) {
            return page(member, form, troubles, model);
        }
        return opened(member, read)
                .map(_ -> "redirect:/desk/polls")
                .switchIfEmpty(Mono.defer(() -> page(member, form, Map.of("tag", Trouble.NOBODY), model)));
    }

    /// Empty where nobody is there who could be asked. What staff knows of people is for those who look after all.
    private Mono<Poll> opened(StaffMember member, ReadPoll read) {
        var question = new Question(
                member.community(),
                member.id(),
                read.question(),
                read.paper(),
                read.electorate().orElseThrow(),
                read.showsBars(),
                read.lasts());
        if (read.tag().isEmpty()) {
            return open.open(read.key(), question, List.of());
        }
        return member.seesEverything()
                ? audience.ask(read.key(), question, read.tag())
                : Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Mono<List<String>> tags(StaffMember member) {
        return member.seesEverything() ? residents.tags(member.community()).collectList() : Mono.just(List.of());
    }

    private Mono<String> page(StaffMember member, PollForm form, Map<String, Trouble> troubles, Model model) {
        return Mono.zip(
                        communities.map(member.community()),
                        find.latest(member.community()).concatMap(show::view).collectList(),
                        tags(member))
                .doOnNext(found -> {
                    model.addAttribute("form", form);
                    model.addAttribute("troubles", troubles);
                    model.addAttribute("groups", found.getT1().groups());
                    model.addAttribute("places", places(found.getT1()));
                    model.addAttribute("polls", found.getT2());
                    model.addAttribute("tags", found.getT3());
                    model.addAttribute("mayAsk", mayAsk(member));
                })
                .thenReturn("polls/desk");
    }

    private static List<Place> places(CommunityMap map) {
        return map.places().stream().filter(ReadPoll::isAsked).toList();
    }

    private static boolean mayAsk(StaffMember member) {
        return member.seesEverything() || member.role() == Role.GRID_WORKER;
    }

    /// A system may wait for random bits, so not on the caller's thread.
    private static Mono<UUID> freshId() {
        return Mono.fromCallable(UUID::randomUUID).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<StaffMember> member() {
        return signedIn.member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }
}
