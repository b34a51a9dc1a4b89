package org.linli.hotline.web;

import java.util.List;
import org.linli.hotline.ExportOrders;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/// The work orders with their evidence, to be sent back to the hotline; that they were taken out is noted first.
@Controller
class OrdersFile {

    private final AtTheHotline desk;
    private final ExportOrders export;
    private final Effects effects;

    OrdersFile(AtTheHotline desk, ExportOrders export, Effects effects) {
        this.desk = desk;
        this.export = export;
        this.effects = effects;
    }

    @GetMapping("/desk/hotline/orders.zip")
    Mono<ResponseEntity<byte[]>> zip() {
        return desk.look()
                .delayUntil(look -> effects.commit(List.of(new Noted(
                        look.map().id(), look.member().id(), Noted.Kind.EXPORTED, "hotline-orders", "", look.now()))))
                .flatMap(look -> export.zip(look.map(), look.now()))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hotline.zip\"")
                        .body(bytes));
    }
}
