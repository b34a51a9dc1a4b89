package org.linli.masking;

import org.springframework.context.annotation.Configuration;

/// Reads the packed words before anybody needs them, since who needs them must not wait for a file.
@Configuration(proxyBeanMethods = false)
class ReadMasksAtStart {

    ReadMasksAtStart() {
        Masks.of("somebody");
    }
}
