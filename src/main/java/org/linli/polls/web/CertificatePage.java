package org.linli.polls.web;

import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.polls.prizes.CertificateLinks;
import org.linli.polls.prizes.MakeCertificate;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// A certificate, for whoever was sent its link.
@RestController
class CertificatePage {

    private final CertificateLinks links;
    private final MakeCertificate certificates;

    CertificatePage(CertificateLinks links, MakeCertificate certificates) {
        this.links = links;
        this.certificates = certificates;
    }

    @GetMapping("/polls/{community}/certificates/{id}/{signature}")
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable String community, @PathVariable UUID id, @PathVariable String signature) {
        var place = new CommunityId(community);
        return links.opens(place, id, signature)
                .filter(opened -> opened)
                .flatMap(_ -> certificates.pdf(place, id))
                .map(CertificatePage::shown)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> shown(byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"certificate.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }
}
