package org.linli.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The pages through which people come in.
@Controller
class Doors {

    @GetMapping("/")
    String home() {
        return "web/home";
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "web/sign-in";
    }
}
