package org.linli.rights.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.community.Communities;
import org.linli.platform.database.Effects;
import org.linli.rights.BeForgotten;
import org.linli.rights.KeptView;
import org.linli.rights.ShowPerson;
import org.linli.web.resident.Residence;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/// What is kept of whoever looks at it: to read, and to have erased.
@Controller
class MyDataPage {

    static final String PAGE = "/my/data";

    private static final Set<String> TOLD = Set.of("corrected", "wrong", "erasing", "unsure");

    /// @param sure `yes` where the box was ticked that says what it means
    record Wish(@Nullable String sure) {

        boolean isSure() {
            return "yes".equals(sure);
        }
    }

    private final Residence residence;
    private final Communities communities;
    private final ShowPerson show;
    private final KeptView view;
    private final BeForgotten forgotten;
    private final Effects effects;

    MyDataPage(
            Residence residence,
            Communities communities,
            ShowPerson show,
            KeptView view,
            BeForgotten forgotten,
            Effects effects) {
        this.residence = residence;
        this.communities = communities;
        this.show = show;
        this.view = view;
        this.forgotten = forgotten;
        this.effects = effects;
    }

    /// @param account in whose talk the page was opened
    /// @param told    what became of the last form, one of [#TOLD]
    @GetMapping(PAGE)
    Mono<Rendering> page(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String told,
            ServerHttpRequest request) {
        return residence
                .person(request)
                .flatMap(person -> shown(person, TOLD.contains(told) ? told : ""))
                .switchIfEmpty(Mono.fromSupplier(() -> away(account)));
    }

    @PostMapping(PAGE + "/erase")
    Mono<Rendering> erase(Wish form, ServerHttpRequest request) {
        return residence
                .person(request)
                .flatMap(person -> form.isSure() ? erase(person) : Mono.just("unsure"))
                .map(MyDataPage::told)
                .switchIfEmpty(Mono.fromSupplier(() -> away("")));
    }

    private Mono<Rendering> shown(Account.Person person, String told) {
        return Mono.zip(
                show.at(person.community(), person.address()).collectList(),
                communities.map(person.community()),
                (kept, map) -> Rendering.view("rights/my-data")
                        .modelAttribute("community", map.name())
                        .modelAttribute("sections", view.of(kept, map))
                        .modelAttribute("told", told)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private Mono<String> erase(Account.Person person) {
        return forgotten
                .asked(person.community(), person.address())
                .flatMap(asked -> effects.commit(List.of(asked)))
                .thenReturn("erasing");
    }

    static Rendering told(String what) {
        return Rendering.redirectTo(PAGE + "?told=" + what).build();
    }

    static Rendering away(String account) {
        return Rendering.redirectTo(Residence.door(account, PAGE).toString()).build();
    }
}
