package org.linli.polls.published.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The check happens in the visitor's browser; the file does not come here.
@Controller
class VerifyPage {

    @GetMapping("/open/verify")
    String page() {
        return "polls/verify";
    }
}
