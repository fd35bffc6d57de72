package org.plenish.rules;

import java.util.Set;
import org.plenish.engine.model.Criticality;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.DemandDistribution;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.LifecycleStage;
import org.plenish.engine.policy.MarginClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.policy.XyzClass;
import org.plenish.rules.sandbox.Surface;

/** What compiled rules may see of the product; the sandbox hides the rest. */
final class RuleSurface {

    static final Surface ALL = new Surface(
            Conclude.class,
            Set.of("fire(I)V"),
            Set.of(
                    SkuLocationProfile.class,
                    SkuLocationProfile.DemandProfile.class,
                    SkuLocationProfile.StockProfile.class,
                    SkuLocationProfile.SupplyProfile.class,
                    SkuLocationProfile.SuccessorProfile.class,
                    SkuLocationProfile.OverrideProfile.class,
                    SkuLocationProfile.PlanProfile.class,
                    SkuLocation.class,
                    Item.class,
                    ItemId.class,
                    Warehouse.class,
                    WarehouseId.class,
                    UnitPrice.class,
                    Criticality.class,
                    AbcClass.class,
                    MarginClass.class,
                    XyzClass.class,
                    LifecycleStage.class,
                    DemandDistribution.class,
                    DemandClass.class,
                    LifecycleAction.class,
                    ObsolescenceStatus.class,
                    OrderSizing.class,
                    PolicyType.class,
                    SafetyStockMethod.class,
                    Lifecycle.class,
                    Conclude.StopBuy.class,
                    Conclude.LastTimeBuyDays.class,
                    Conclude.ProvisionRate.class,
                    Conclude.SeasonalBuildDays.class,
                    Conclude.ServiceTarget.class,
                    Conclude.SafetyStockCoverDays.class,
                    Conclude.ReviewDays.class,
                    Conclude.OrderCoverDays.class),
            Set.of(Reads.class));

    private RuleSurface() {}
}
