package org.linli.open311.web;

import org.linli.community.CommunityMap;
import org.linli.open311.OpenCommunities;
import org.linli.open311.Services;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/// What whoever writes a client has to know.
@Controller
class OpenPages {

    private final OpenCommunities open;
    private final Services services;
    private final PublicAddress address;

    OpenPages(OpenCommunities open, Services services, PublicAddress address) {
        this.open = open;
        this.services = services;
        this.address = address;
    }

    @GetMapping("/open311")
    Mono<String> page(Model model) {
        return open.all()
                .map(CommunityMap::id)
                .collectList()
                .doOnNext(ids -> {
                    model.addAttribute("communities", ids);
                    model.addAttribute("services", services.all());
                    model.addAttribute("base", address.of("/open311/v2").orElse("/open311/v2"));
                })
                .thenReturn("open311/guide");
    }
}
