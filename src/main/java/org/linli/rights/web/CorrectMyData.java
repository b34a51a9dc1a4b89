package org.linli.rights.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.IdentityDeclared;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.platform.database.Effects;
import org.linli.understanding.NameEntities;
import org.linli.web.resident.Residence;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/// Corrects what people are called and where they live, as they say.
@Controller
class CorrectMyData {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_HOME = 60;

    /// What the form hands in.
    ///
    /// @param home in words, like `3栋2单元501`; blank: as before
    record Form(@Nullable String name, @Nullable String home) {

        String saidName() {
            return said(name);
        }

        String saidHome() {
            return said(home);
        }

        boolean isReadable() {
            return !(saidName() + saidHome()).isEmpty()
                    && saidName().length() <= LONGEST_NAME
                    && saidHome().length() <= LONGEST_HOME;
        }

        private static String said(@Nullable String field) {
            return field == null ? "" : field.strip();
        }

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    private final Residence residence;
    private final Communities communities;
    private final NameEntities entities;
    private final Effects effects;
    private final Clock clock;

    CorrectMyData(Residence residence, Communities communities, NameEntities entities, Effects effects, Clock clock) {
        this.residence = residence;
        this.communities = communities;
        this.entities = entities;
        this.effects = effects;
        this.clock = clock;
    }

    @PostMapping(MyDataPage.PAGE + "/correct")
    Mono<Rendering> correct(Form form, ServerHttpRequest request) {
        return residence
                .person(request)
                .flatMap(person -> communities.map(person.community()).flatMap(map -> correct(person, map, form)))
                .map(MyDataPage::told)
                .switchIfEmpty(Mono.fromSupplier(() -> MyDataPage.away("")));
    }

    private Mono<String> correct(Account.Person person, CommunityMap map, Form form) {
        if (!form.isReadable()) {
            return Mono.just("wrong");
        }
        var home = home(map, form.saidHome());
        if (home == null && !form.saidHome().isEmpty()) {
            return Mono.just("wrong");
        }
        return effects.commit(List.of(new IdentityDeclared(
                        person.community(),
                        person.address(),
                        form.saidName().isEmpty() ? null : form.saidName(),
                        home == null ? null : home.id())))
                .thenReturn("corrected");
    }

    private @Nullable Place home(CommunityMap map, String words) {
        var said = entities.in(words, LocalDateTime.now(clock));
        return map.locate(said.building(), said.unit(), said.room(), null) instanceof Located.Found found
                ? found.place()
                : null;
    }
}
