package org.plenish.web.shared;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Files of other projects, served by ourselves. Their path names their version, so they never change. */
@Configuration(proxyBeanMethods = false)
class VendorFiles implements WebMvcConfigurer {

    private static final int DAYS_OF_A_YEAR = 365;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/vendor/**")
                .addResourceLocations("classpath:/static/vendor/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(DAYS_OF_A_YEAR))
                        .cachePublic()
                        .immutable());
    }
}
