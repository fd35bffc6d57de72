package org.plenish.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageAddressTest {

    @Test
    void whatIsNotFilteredByIsLeftOutAndTextIsEncoded() {
        assertThat(PageAddress.of("/items")
                        .with("q", "a&b={c} #1")
                        .with("warehouse", null)
                        .with("abc", " ")
                        .with("page", 2))
                .hasToString("/items?q=a%26b%3D%7Bc%7D%20%231&page=2");
    }
}
