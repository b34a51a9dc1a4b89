package org.linli.hotline.web;

import org.jspecify.annotations.Nullable;
import org.linli.hotline.Senders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Administrators say who may push work orders.
@Controller
class SendersForm {

    private static final int LONGEST = 40;

    record Asked(@Nullable String city, @Nullable String id) {

        String named() {
            String said = city == null ? "" : city.strip();
            return said.isEmpty() ? "12345" : said.substring(0, Math.min(LONGEST, said.length()));
        }
    }

    private final AtTheHotline desk;
    private final Senders senders;

    SendersForm(AtTheHotline desk, Senders senders) {
        this.desk = desk;
        this.senders = senders;
    }

    /// Shows the secret, for the only time.
    @PostMapping("/desk/hotline/senders")
    Mono<String> make(Asked asked, Model model) {
        return desk.admin()
                .flatMap(look -> senders.make(look.member(), asked.named()))
                .doOnNext(made -> model.addAttribute("made", made))
                .thenReturn("hotline/sender");
    }

    @PostMapping("/desk/hotline/senders/revoke")
    Mono<String> revoke(Asked asked) {
        return desk.admin()
                .flatMap(look -> senders.revoke(look.member(), asked.id() == null ? "" : asked.id()))
                .thenReturn("redirect:/desk/hotline");
    }
}
