package org.linli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void thePhoneIsNarrowAndTheDeskIsWide() {
        assertThat(BROWSER.phone().newPage().evaluate("window.innerWidth")).isEqualTo(390);
        assertThat(BROWSER.desk().newPage().evaluate("window.innerWidth")).isEqualTo(1280);
    }

    @Test
    void axeFindsAPictureWithoutWords() {
        var page = BROWSER.phone().newPage();
        page.setContent("<html lang=zh><title>a</title><main><h1>a</h1><img src='data:,'></main></html>");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Browser.assertAccessible(page)))
                .hasMessageContaining("image-alt");
    }
}
