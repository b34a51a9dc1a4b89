package org.linli.web;

import java.util.List;
import org.linli.web.elsewhere.SignInElsewhere;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The pages through which people come in.
@Controller
class Doors {

    /// Why somebody is led back to the sign-in page.
    private static final List<String> TOLD =
            List.of("wrong", "slow", "away", "unbound", "elsewhere", "bye", "chosen", "refused");

    private final boolean demo;
    private final SignInElsewhere elsewhere;
    private final boolean passwordsRefused;

    Doors(@Value("${linli.demo}") boolean demo, SignInElsewhere elsewhere, PasswordSettings passwords) {
        this.demo = demo;
        this.passwordsRefused = passwords.refused();
        this.elsewhere = elsewhere;
    }

    /// The door to a group leads somewhere only in a demo.
    @GetMapping("/")
    Rendering home() {
        return Rendering.view("web/home").modelAttribute("demo", demo).build();
    }

    /// @param asked its query may be one of [#TOLD]
    @GetMapping("/sign-in")
    Rendering signIn(ServerHttpRequest asked) {
        var told = TOLD.stream().filter(asked.getQueryParams()::containsKey).findFirst();
        return Rendering.view("web/sign-in")
                .modelAttribute("told", told.orElse(""))
                .modelAttribute("passwords", !passwordsRefused)
                .modelAttribute("places", elsewhere.places())
                .build();
    }
}
