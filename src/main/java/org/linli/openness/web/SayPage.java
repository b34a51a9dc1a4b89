package org.linli.openness.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.openness.Offer;
import org.linli.openness.Offers;
import org.linli.openness.OpenPictures;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Shows whoever wrote a case what would be shown, and hears whether they agree. Whoever has the link is them.
@Controller
class SayPage {

    private static final String SECRET = "[A-Za-z0-9_-]{32}";

    /// @param agreed `yes` or `no`
    record Answer(@Nullable String agreed) {}

    private final Offers offers;
    private final OpenPictures pictures;
    private final Communities communities;

    SayPage(Offers offers, OpenPictures pictures, Communities communities) {
        this.offers = offers;
        this.pictures = pictures;
        this.communities = communities;
    }

    /// Signals 404 for a link that was never sent.
    @GetMapping("/open/say/{secret}")
    Mono<String> page(@PathVariable String secret, Model model) {
        return offer(secret)
                .flatMap(it -> Mono.zip(
                                communities.map(it.community()), pictures.ready(it.community(), List.of(it.number())))
                        .doOnNext(found -> {
                            model.addAttribute("secret", secret);
                            model.addAttribute("offer", it);
                            model.addAttribute("community", found.getT1().name());
                            Collection<String> ready = found.getT2().getOrDefault(it.number(), List.of());
                            model.addAttribute("pictures", ready);
                        }))
                .thenReturn("openness/say");
    }

    @PostMapping("/open/say/{secret}")
    Mono<String> answer(@PathVariable String secret, Answer answer) {
        return offer(secret)
                .flatMap(_ -> offers.answer(secret, "yes".equals(answer.agreed())))
                .thenReturn("redirect:/open/say/" + secret);
    }

    @GetMapping("/open/say/{secret}/pictures/{id}")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String secret, @PathVariable String id) {
        return offer(secret)
                .flatMap(it -> pictures.bytes(it.community(), it.number(), id))
                .map(OpenListPage::jpeg)
                .switchIfEmpty(Mono.error(OpenListPage::notFound));
    }

    private Mono<Offer> offer(String secret) {
        return (secret.matches(SECRET) ? offers.byLink(secret) : Mono.<Offer>empty())
                .switchIfEmpty(Mono.error(OpenListPage::notFound));
    }
}
