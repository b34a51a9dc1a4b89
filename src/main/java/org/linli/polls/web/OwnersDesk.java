package org.linli.polls.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.owners.Areas;
import org.linli.polls.owners.EnterParcels;
import org.linli.polls.owners.OwnersForm;
import org.linli.polls.owners.Parcel;
import org.linli.polls.owners.Parcels;
import org.linli.polls.owners.PutToOwners;
import org.linli.polls.owners.PutToOwners.Asked;
import org.linli.polls.owners.ReadParcels;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where staff enters who owns what, puts matters to the owners, and sees what is missing to the majorities.
@Controller
class OwnersDesk {

    /// @param lines as pasted from a spreadsheet
    record Pasted(@Nullable String lines) {

        @Override
        public String toString() {
            return "Pasted[]";
        }
    }

    private final SignedIn signedIn;
    private final Communities communities;
    private final Parcels parcels;
    private final EnterParcels enter;
    private final PutToOwners ask;
    private final FindPolls find;
    private final ShowPolls show;

    OwnersDesk(
            SignedIn signedIn,
            Communities communities,
            Parcels parcels,
            EnterParcels enter,
            PutToOwners ask,
            FindPolls find,
            ShowPolls show) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.parcels = parcels;
        this.enter = enter;
        this.ask = ask;
        this.find = find;
        this.show = show;
    }

    @GetMapping("/desk/owners")
    Mono<String> page(Model model) {
        return Mono.zip(member(), fresh()).flatMap(it -> page(it.getT1(), OwnersForm.empty(it.getT2()), model));
    }

    @PostMapping("/desk/owners")
    Mono<String> ask(OwnersForm form, Model model) {
        return Mono.zip(member(), map())
                .flatMap(it -> ask.ask(it.getT1(), it.getT2(), form).flatMap(asked -> switch (asked) {
                    case Asked.Open _ -> Mono.just("redirect:/desk/owners");
                    case Asked.Wrong(var why) -> troubled(it.getT1(), form, why, model);
                }));
    }

    @PostMapping("/desk/owners/parcels")
    Mono<String> enter(Pasted pasted, Model model) {
        return Mono.zip(member(), map())
                .flatMap(it -> enter.enter(it.getT1(), it.getT2(), pasted.lines() == null ? "" : pasted.lines()))
                .flatMap(read -> entered(read, pasted, model));
    }

    private Mono<String> entered(ReadParcels.Read read, Pasted pasted, Model model) {
        if (read.wrong().isEmpty()) {
            return Mono.just("redirect:/desk/owners");
        }
        model.addAttribute("wrong", read.wrong().stream().limit(20).toList());
        model.addAttribute("pasted", pasted.lines());
        return page(model);
    }

    private Mono<String> troubled(StaffMember member, OwnersForm form, String why, Model model) {
        model.addAttribute("trouble", "owners.trouble." + why);
        return page(member, form, model);
    }

    private Mono<String> page(StaffMember member, OwnersForm form, Model model) {
        return Mono.zip(
                        communities.map(member.community()),
                        parcels.of(member.community()).collectList(),
                        find.latest(member.community())
                                .filter(Poll::isDecidedByOwners)
                                .concatMap(show::view)
                                .collectList())
                .doOnNext(found -> {
                    model.addAttribute("form", form);
                    model.addAttribute("polls", found.getT3());
                    model.addAttribute("homes", found.getT2().size());
                    model.addAttribute(
                            "heads",
                            found.getT2().stream().map(Parcel::owner).distinct().count());
                    model.addAttribute(
                            "area",
                            Areas.text(found.getT2().stream()
                                    .mapToLong(Parcel::area)
                                    .sum()));
                    model.addAttribute("places", places(found.getT1()));
                })
                .thenReturn("polls/owners");
    }

    private static List<Place> places(CommunityMap map) {
        return map.places().stream()
                .filter(it -> it.kind() == Place.Kind.COMPOUND || it.kind() == Place.Kind.BUILDING)
                .toList();
    }

    private Mono<StaffMember> member() {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }

    private Mono<CommunityMap> map() {
        return member().flatMap(it -> communities.map(it.community()));
    }

    /// A system may wait for random bits, so not on the caller's thread.
    private static Mono<UUID> fresh() {
        return Mono.fromCallable(UUID::randomUUID).subscribeOn(Schedulers.boundedElastic());
    }
}
