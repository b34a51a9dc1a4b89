package org.linli.web;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The pages through which people come in.
@Controller
class Doors {

    /// Why somebody is led back to the sign-in page.
    private static final List<String> TOLD = List.of("wrong", "slow", "away", "bye");

    @GetMapping("/")
    String home() {
        return "web/home";
    }

    /// @param asked its query may be one of [#TOLD]
    @GetMapping("/sign-in")
    Rendering signIn(ServerHttpRequest asked) {
        var told = TOLD.stream().filter(asked.getQueryParams()::containsKey).findFirst();
        return Rendering.view("web/sign-in")
                .modelAttribute("told", told.orElse(""))
                .build();
    }
}
