package org.linli.hotline.web;

import org.jspecify.annotations.Nullable;
import org.linli.hotline.SettleOrder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// What staff settles of a work order: a case answers it, one does not, or it becomes a case of its own.
@Controller
class OrderForms {

    private final AtTheHotline desk;
    private final SettleOrder settle;

    OrderForms(AtTheHotline desk, SettleOrder settle) {
        this.desk = desk;
        this.settle = settle;
    }

    /// What is asked of an order.
    ///
    /// @param about the number of a case, where one is meant
    record Asked(@Nullable String number, @Nullable String about) {
        String order() {
            return number == null ? "" : number;
        }

        String meant() {
            return about == null ? "" : about.strip();
        }
    }

    @PostMapping("/desk/hotline/{act}")
    Mono<String> act(@PathVariable String act, Asked asked) {
        return desk.look()
                .flatMap(look -> switch (act) {
                    case "confirm" ->
                        settle.confirm(look.member(), asked.order(), asked.meant())
                                .map(_ -> act);
                    case "reject" ->
                        settle.reject(look.member(), asked.order(), asked.meant())
                                .map(_ -> act);
                    case "open" ->
                        settle.open(look.member(), look.map(), asked.order()).map(_ -> act);
                    default -> Mono.<String>error(AtTheHotline::notFound);
                })
                .defaultIfEmpty("gone")
                .map(said -> "redirect:/desk/hotline?said=" + said);
    }
}
