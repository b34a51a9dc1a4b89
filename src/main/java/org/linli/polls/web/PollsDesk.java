package org.linli.polls.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.polls.FindPolls;
import org.linli.polls.OpenPoll;
import org.linli.polls.OpenPoll.Question;
import org.linli.polls.asking.PollForm;
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
    private final ShowPolls show;

    PollsDesk(SignedIn signedIn, Communities communities, FindPolls find, OpenPoll open, ShowPolls show) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.find = find;
        this.open = open;
        this.show = show;
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
        var troubles = form.troubles(map);
        if (!troubles.isEmpty()) {
            return page(member, form, troubles, model);
        }
        var question = new Question(
                map.id(),
                member.id(),
                form.question(),
                form.paper(),
                form.electorate(map).orElseThrow(),
                form.showsBars(),
                form.lasts());
        return open.open(form.key(), question, List.of()).thenReturn("redirect:/desk/polls");
    }

    private Mono<String> page(StaffMember member, PollForm form, Map<String, PollForm.Trouble> troubles, Model model) {
        return Mono.zip(
                        communities.map(member.community()),
                        find.latest(member.community()).concatMap(show::view).collectList())
                .doOnNext(found -> {
                    model.addAttribute("form", form);
                    model.addAttribute("troubles", troubles);
                    model.addAttribute("groups", found.getT1().groups());
                    model.addAttribute("places", places(found.getT1()));
                    model.addAttribute("polls", found.getT2());
                    model.addAttribute("mayAsk", mayAsk(member));
                })
                .thenReturn("polls/desk");
    }

    private static List<Place> places(CommunityMap map) {
        return map.places().stream().filter(PollForm::isAsked).toList();
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
